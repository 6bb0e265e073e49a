/** `alur`: the command line. Each verb is imported when it is called. */
import { Command, CommanderError, Option } from 'commander';
import { cliMessages as say } from '../messages/cli.ts';
import { EXIT, StoppedError, UnavailableError, UsageError } from './exit.ts';
import { inIndonesian } from './indonesian.ts';
import type { BackfillOptions } from './verbs/backfill.ts';
import type { ExecutionOptions, ListOptions, LogOptions } from './verbs/executions.ts';
import type { RunOptions } from './verbs/run.ts';
import type { ServeVerbOptions } from './verbs/serve.ts';
import type { SimulateOptions } from './verbs/simulate.ts';

const collect = (value: string, before: string[]): string[] => [...before, value];

const withHost = (command: Command): Command => withMachine(command).option('--json', say.json);

function withMachine(command: Command): Command {
  return command
    .option('--home <folder>', say.home)
    .option('--db <url>', say.db)
    .addOption(new Option('--runner <nama>', say.runner).default('sandbox'))
    .addOption(new Option('--data <jenis>', say.data).default('contoh'))
    .option('--data-size <ukuran>', say.dataSize)
    .option('--samples <berkas>', say.samples);
}

const ops = () => import('./verbs/executions.ts');
const stores = () => import('./verbs/stores.ts');

type Verb = (name: string, description: string, parent?: Command) => Command;

function addStores(verb: Verb, done: (code: number) => void): void {
  const kv = verb('kv', say.kv);
  const kept = (name: string, description: string) =>
    verb(name, description, kv).option('--home <folder>', say.home).option('--json', say.json);
  type Kept = { home?: string; json?: true };
  kept('list <namespace>', say.kvList).action(async (namespace: string, options: Kept) =>
    done(await (await stores()).listKeys(namespace, options)),
  );
  kept('get <namespace> <kunci>', say.kvGet).action(async (namespace: string, key: string, options: Kept) =>
    done(await (await stores()).getKey(namespace, key, options)),
  );
  kept('set <namespace> <kunci> <nilai>', say.kvSet).action(
    async (namespace: string, key: string, value: string, options: Kept) =>
      done(await (await stores()).setKey(namespace, key, value, options)),
  );
  kept('delete <namespace> <kunci>', say.kvDelete).action(async (namespace: string, key: string, options: Kept) =>
    done(await (await stores()).deleteKey(namespace, key, options)),
  );

  const secrets = verb('secrets', say.secrets);
  verb('list', say.secretsList, secrets)
    .option('--json', say.json)
    .action(async (options: { json?: true }) => done((await stores()).secrets(options)));
  verb('encode <nama> <berkas>', say.secretsEncode, secrets)
    .option('--json', say.json)
    .action(async (name: string, file: string, options: { json?: true }) =>
      done(await (await stores()).encodeSecret(name, file, options)),
    );
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

  withHost(verb('executions [id]', say.executions))
    .option('--namespace <nama>', say.ofNamespace)
    .option('--flow <id>', say.ofFlow)
    .option('--state <keadaan>', say.ofState)
    .option('--limit <jumlah>', say.limit)
    .action(async (id: string | undefined, options: ListOptions) => done(await (await ops()).executions(id, options)));

  withHost(verb('logs <id>', say.logs))
    .option('--level <tingkat>', say.level)
    .option('--task <id>', say.ofTask)
    .option('--from <nomor>', say.from)
    .option('--limit <jumlah>', say.limit)
    .action(async (id: string, options: LogOptions) => done(await (await ops()).logs(id, options)));

  for (const name of ['kill', 'pause', 'restart'] as const)
    withHost(verb(`${name} <id>`, say[name])).action(async (id: string, options: ExecutionOptions) =>
      done(await (await ops())[name](id, options)),
    );

  withHost(verb('resume <id>', say.resume))
    .option('-i, --input <k=v>', say.input, collect, [])
    .action(async (id: string, options: ExecutionOptions & { input: string[] }) =>
      done(await (await ops()).resume(id, options)),
    );

  withHost(verb('replay <id>', say.replay))
    .option('--task <id>', say.fromTask)
    .action(async (id: string, options: ExecutionOptions & { task?: string }) =>
      done(await (await ops()).replay(id, options)),
    );

  addStores(verb, done);

  verb('validate <berkas...>', say.validate)
    .option('--fix', say.fixSlips)
    .option('--json', say.json)
    .action(async (files: string[], options: { fix?: true; json?: true }) =>
      done(await (await import('./verbs/validate.ts')).validate(files, options)),
    );

  verb('render <ungkapan>', say.render)
    .option('--context <berkas>', say.context)
    .option('--json', say.json)
    .action(async (template: string, options: { context?: string; json?: true }) =>
      done(await (await import('./verbs/render.ts')).renderTemplate(template, options)),
    );

  withHost(verb('simulate <berkas>', say.simulate))
    .requiredOption('--until <waktu>', say.until)
    .option('--from <waktu>', say.fromTime)
    .option('--flows <folder>', say.flows)
    .action(async (file: string, options: SimulateOptions) =>
      done(await (await import('./verbs/simulate.ts')).simulate(file, options)),
    );

  withHost(verb('backfill <berkas> <trigger>', say.backfill))
    .option('--start <waktu>', say.start)
    .option('--end <waktu>', say.end)
    .option('--pause', say.pauseBackfill)
    .option('--continue', say.continueBackfill)
    .option('--cancel', say.cancelBackfill)
    .option('-i, --input <k=v>', say.input, collect, [])
    .option('--label <k=v>', say.label, collect, [])
    .option('--flows <folder>', say.flows)
    .action(async (file: string, trigger: string, options: BackfillOptions) =>
      done(await (await import('./verbs/backfill.ts')).backfill(file, trigger, options)),
    );

  withHost(verb('check <lab> [berkas]', say.check))
    .option('--tier <nama>', say.tier)
    .action(async (lab: string, file: string | undefined, options: { json?: true }) =>
      done(await (await import('./verbs/check.ts')).check(lab, file, options)),
    );

  withMachine(verb('serve', say.serve))
    .option('--flows <folder>', say.servedFlows)
    .option('--port <nomor>', say.port)
    .option('--host <alamat>', say.host)
    .action(async (options: ServeVerbOptions) => done(await (await import('./verbs/serve.ts')).serveSite(options)));

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
