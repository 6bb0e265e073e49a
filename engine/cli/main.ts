/** `alur`: the command line. Each verb is imported when it is called. */
import { Command, CommanderError, Option } from 'commander';
import { cliMessages as say } from '../messages/cli.ts';
import { EXIT, StoppedError, UnavailableError, UsageError } from './exit.ts';
import { inIndonesian } from './indonesian.ts';
import type { RunOptions } from './verbs/run.ts';

const collect = (value: string, before: string[]): string[] => [...before, value];

function withHost(command: Command): Command {
  return command
    .option('--home <folder>', say.home)
    .option('--db <url>', say.db)
    .addOption(new Option('--runner <nama>', say.runner).default('sandbox'))
    .addOption(new Option('--data <jenis>', say.data).default('contoh'))
    .option('--json', say.json);
}

function program(done: (code: number) => void): Command {
  const alur = inIndonesian(new Command('alur')).description(say.program);
  const verb = (name: string, description: string, parent: Command = alur) =>
    inIndonesian(parent.command(name)).description(description);

  withHost(verb('run <berkas>', say.run))
    .option('-i, --input <k=v>', say.input, collect, [])
    .option('--label <k=v>', say.label, collect, [])
    .option('--flows <folder>', say.flows)
    .option('--namespace-files <folder>', say.namespaceFiles)
    .action(async (file: string, options: RunOptions) =>
      done(await (await import('./verbs/run.ts')).run(file, options)),
    );

  verb('validate <berkas...>', say.validate)
    .option('--json', say.json)
    .action(async (files: string[], options: { json?: true }) =>
      done(await (await import('./verbs/validate.ts')).validate(files, options)),
    );

  verb('render <ungkapan>', say.render)
    .option('--context <berkas>', say.context)
    .option('--json', say.json)
    .action(async (template: string, options: { context?: string; json?: true }) =>
      done(await (await import('./verbs/render.ts')).renderTemplate(template, options)),
    );

  withHost(verb('check <lab> [berkas]', say.check))
    .option('--tier <nama>', say.tier)
    .action(async (lab: string, file: string | undefined, options: { json?: true }) =>
      done(await (await import('./verbs/check.ts')).check(lab, file, options)),
    );

  verb('serve', say.serve)
    .option('--port <nomor>', say.port)
    .option('--host <alamat>', say.host)
    .action(async (options: { port?: string; host?: string }) =>
      done(await (await import('./verbs/serve.ts')).serveSite(options)),
    );

  verb('doctor', say.doctor)
    .option('--json', say.json)
    .action(async (options: { json?: true }) => done(await (await import('./verbs/doctor.ts')).doctor(options)));

  const labs = verb('labs', say.labs);
  verb('list', say.labsList, labs)
    .option('--json', say.json)
    .action(async (options: { json?: true }) => done(await (await import('./verbs/labs.ts')).list(options)));
  verb('show <lab>', say.labsShow, labs)
    .option('--json', say.json)
    .action(async (lab: string, options: { json?: true }) =>
      done(await (await import('./verbs/labs.ts')).show(lab, options)),
    );
  withHost(verb('test [lab]', say.labsTest, labs))
    .option('--tier <nama>', say.tier)
    .action(async (lab: string | undefined, options: { json?: true }) =>
      done(await (await import('./verbs/labs.ts')).test(lab, options)),
    );
  return alur;
}

async function main(): Promise<number> {
  let code: number = EXIT.ok;
  try {
    await program((ended) => {
      code = ended;
    }).parseAsync();
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (error instanceof UsageError) {
      console.error(error.message);
      return EXIT.usage;
    }
    if (error instanceof UnavailableError) {
      console.error(error.message);
      return EXIT.unavailable;
    }
    if (error instanceof StoppedError) {
      console.error(say.stopped);
      return EXIT.failed;
    }
    console.error(say.ourFault(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    return EXIT.ours;
  }
}

process.exitCode = await main();
