/** CodeMirror as this lab has it: YAML, our syntax colours, our diagnostics, our completion. `Esc`, then `Tab` leaves it. */
import { autocompletion, type CompletionContext, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic as Mark, setDiagnostics } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Completions, Diagnostic, Fix } from '#engine/index.ts';
import { faultCards, showFaults } from './faultCards.ts';
import type { Fault } from './faults.ts';

export interface EditorHandle {
  mark(diagnostics: readonly Diagnostic[]): void;
  /** The cards below the lines. */
  cards(faults: readonly Fault[]): void;
  /** Puts another text in, unless it is there already. */
  set(source: string): void;
  go(line: number, column: number): void;
  focus(): void;
  destroy(): void;
}

interface EditorNeeds {
  onEdit(source: string): void;
  complete(source: string, offset: number): Promise<Completions>;
  /** The id of what says how to leave the editor. */
  describedBy: string;
}

const colours = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: 'var(--s-kunci)' },
  { tag: [tags.string, tags.content], color: 'var(--s-teks)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--s-angka)' },
  { tag: tags.keyword, color: 'var(--s-kata)' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--s-komen)', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: 'var(--tinta-3)' },
]);

export function createEditor(
  parent: HTMLElement,
  source: string,
  { onEdit, complete, describedBy }: EditorNeeds,
): EditorHandle {
  const suggest = async (context: CompletionContext) => {
    const word = context.matchBefore(/[\w.]+/);
    if (!word && !context.explicit) return null;
    const { from, to, options } = await complete(context.state.doc.toString(), context.pos);
    if (options.length === 0) return null;
    return {
      from,
      to,
      options: options.map(({ label, detail, apply }) => ({ label, info: detail || undefined, apply })) as never,
    };
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: source,
      extensions: [
        lineNumbers(),
        faultCards,
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        indentUnit.of('  '),
        yaml(),
        syntaxHighlighting(colours),
        autocompletion({ override: [suggest] }),
        Prec.highest(keymap.of([{ key: 'Mod-Enter', run: () => false, stopPropagation: false }])),
        keymap.of([
          ...completionKeymap,
          ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'),
          ...historyKeymap,
          indentWithTab,
        ]),
        EditorView.contentAttributes.of({
          'aria-label': 'Penyunting YAML',
          'aria-describedby': describedBy,
          tabindex: '0',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onEdit(update.state.doc.toString());
        }),
      ],
    }),
  });

  const offset = (line: number, column: number): number => {
    const at = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
    return Math.min(at.from + column - 1, at.to);
  };

  const replace = ({ line, column, endLine, endColumn, replacement }: Fix): void => {
    view.dispatch({ changes: { from: offset(line, column), to: offset(endLine, endColumn), insert: replacement } });
    view.focus();
  };
  const unwatch = watchWidth(view);

  return {
    mark(diagnostics) {
      const marks = diagnostics.map(({ line, column, endLine, endColumn, severity, message }): Mark => {
        const from = offset(line, column);
        return {
          from,
          to: Math.max(offset(endLine, endColumn), from),
          severity: severity === 'hint' ? 'hint' : severity,
          message,
        };
      });
      view.dispatch(setDiagnostics(view.state, marks));
    },
    cards: (faults) => showFaults(view, faults, ({ apply }) => apply && replace(apply)),
    set(text) {
      if (text === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    go(line, column) {
      const at = offset(line, column);
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
      view.focus();
    },
    focus: () => view.focus(),
    destroy() {
      unwatch();
      view.destroy();
    },
  };
}

/** Cards are as wide as what is seen of the text, not as its longest line. */
function watchWidth(view: EditorView): () => void {
  const observer = new ResizeObserver(() => {
    const gutters = view.dom.querySelector('.cm-gutters')?.clientWidth ?? 0;
    view.dom.style.setProperty('--gutters', `${gutters}px`);
    view.dom.style.setProperty('--seen', `${view.scrollDOM.clientWidth - gutters}px`);
  });
  observer.observe(view.scrollDOM);
  return () => observer.disconnect();
}
