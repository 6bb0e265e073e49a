/** The error cards inside the editor: a block below each faulty line, which is tinted. They move with the text. */
import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { mount, unmount } from 'svelte';
import FaultCard from './FaultCard.svelte';
import type { Fault } from './faults.ts';

/** More cards than this stand closed: their titles say what they hold. */
const OPEN = 3;

type Apply = (fault: Fault) => void;

const setCards = StateEffect.define<DecorationSet>();

export const showFaults = (view: EditorView, faults: readonly Fault[], apply: Apply): void =>
  view.dispatch({ effects: setCards.of(cardsOf(view, faults, apply)) });

export const faultCards: Extension = [
  StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(cards, { effects, changes }) {
      let next = cards.map(changes);
      for (const effect of effects) if (effect.is(setCards)) next = effect.value;
      return next;
    },
    provide: (field) => EditorView.decorations.from(field),
  }),
];

class Card extends WidgetType {
  private readonly fault: Fault;
  private readonly open: boolean;
  private readonly apply: Apply;

  constructor(fault: Fault, open: boolean, apply: Apply) {
    super();
    this.fault = fault;
    this.open = open;
    this.apply = apply;
  }

  override eq(other: Card): boolean {
    return other.open === this.open && JSON.stringify(other.fault) === JSON.stringify(this.fault);
  }

  override toDOM(view: EditorView): HTMLElement {
    const place = document.createElement('div');
    place.className = 'cm-fault';
    const onToggle = () => view.requestMeasure();
    const { fault, open, apply } = this;
    mounted.set(place, mount(FaultCard, { target: place, props: { fault, open, apply, onToggle } }));
    return place;
  }

  override destroy(place: HTMLElement): void {
    const card = mounted.get(place);
    if (card) void unmount(card);
  }

  override ignoreEvent(): boolean {
    return true;
  }

  override get estimatedHeight(): number {
    return this.open ? 150 : 50;
  }
}

const mounted = new WeakMap<HTMLElement, ReturnType<typeof mount>>();

function cardsOf({ state }: EditorView, faults: readonly Fault[], apply: Apply): DecorationSet {
  let open = 0;
  const ranges = faults.flatMap((fault) => {
    if (fault.line === undefined || fault.line > state.doc.lines) return [];
    const line = state.doc.line(fault.line);
    const isError = fault.severity === 'error';
    const card = new Card(fault, isError && open++ < OPEN, apply);
    return [
      Decoration.line({ class: isError ? 'cm-wrong' : 'cm-doubtful' }).range(line.from),
      Decoration.widget({ widget: card, block: true, side: 1 }).range(line.to),
    ];
  });
  return Decoration.set(ranges, true);
}
