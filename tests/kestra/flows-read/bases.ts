/** For each type a Kestra 1.1.15 core has: what it asks for at least, and the names of all its own properties. Asked from the reference. */

export interface Base {
  kind: 'task' | 'trigger' | 'condition' | 'input' | 'retry' | 'sla' | 'flow' | 'nested';
  /** YAML lines of the least that is accepted. */
  least: Record<string, string>;
  properties: readonly string[];
}

const LOG = '[{id: inner, type: io.kestra.plugin.core.log.Log, message: x}]';
const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');
const task = (properties: string, least: Record<string, string> = {}): Base => ({
  kind: 'task',
  least,
  properties: words(properties),
});
const trigger = (properties: string, least: Record<string, string> = {}): Base => ({
  kind: 'trigger',
  least,
  properties: words(`conditions labels stopAfter failOnTriggerError minLogLevel ${properties}`),
});
const condition = (properties: string, least: Record<string, string> = {}): Base => ({
  kind: 'condition',
  least,
  properties: words(properties),
});

/** By the type's name after `io.kestra.plugin.core.` */
export const TYPES: Record<string, Base> = {
  'debug.Return': task(
    'format description retry timeout disabled logLevel allowFailure allowWarning runIf logToFile workerGroup taskCache version',
  ),
  'debug.Echo': task('format level'),
  'log.Log': task('message level', { message: 'x' }),
  'log.Fetch': task('level flowId executionId namespace tasksId'),
  'log.PurgeLogs': task('flowId startDate executionId namespace logLevels endDate', {
    endDate: '"2020-01-01T00:00:00Z"',
  }),
  'flow.Sequential': task('tasks errors finally', { tasks: LOG }),
  'flow.Parallel': task('tasks errors finally concurrent', { tasks: LOG }),
  'flow.Dag': task('tasks errors finally concurrent', {
    tasks: '[{task: {id: inner, type: io.kestra.plugin.core.log.Log, message: x}}]',
  }),
  'flow.If': task('condition then else errors finally', { condition: '"true"', then: LOG }),
  'flow.Switch': task('value cases defaults errors finally', { value: 'a', cases: `{a: ${LOG}}` }),
  'flow.ForEach': task('values tasks concurrencyLimit errors finally', { values: '[1]', tasks: LOG }),
  'flow.ForEachItem': task(
    'items namespace flowId revision inputs inheritLabels labels wait transmitFailed scheduleDate restartBehavior batch tasks errors finally',
    { items: '"{{ outputs.x.uri }}"', namespace: 'n', flowId: 'other' },
  ),
  'flow.LoopUntil': task('condition tasks checkFrequency failOnMaxReached errors finally', {
    condition: 'x',
    tasks: LOG,
  }),
  'flow.EachSequential': task('value tasks errors finally', { value: '[1]', tasks: LOG }),
  'flow.EachParallel': task('value tasks concurrent errors finally', { value: '[1]', tasks: LOG }),
  'flow.AllowFailure': task('tasks errors finally', { tasks: LOG }),
  'flow.WorkingDirectory': task('tasks inputFiles outputFiles namespaceFiles cache errors finally', { tasks: LOG }),
  'flow.Pause': task('delay pauseDuration behavior onResume onPause tasks errors finally'),
  'flow.Subflow': task(
    'namespace flowId revision inputs labels wait transmitFailed inheritLabels outputs scheduleDate restartBehavior',
    { namespace: 'n', flowId: 'other' },
  ),
  'flow.Sleep': task('duration', { duration: 'PT1S' }),
  'execution.Assert': task('conditions errorMessage', { conditions: '[x]' }),
  'execution.Count': task('states flows endDate startDate expression namespaces', {
    startDate: '"2020-01-01T00:00:00Z"',
    expression: '"true"',
    namespaces: '[n]',
  }),
  'execution.Exit': task('state'),
  'execution.Fail': task('condition errorMessage'),
  'execution.Labels': task('labels', { labels: '{a: b}' }),
  'execution.PurgeExecutions': task(
    'states flowId purgeExecution startDate purgeLog purgeStorage namespace endDate purgeMetric batchSize',
    { endDate: '"2020-01-01T00:00:00Z"' },
  ),
  'execution.Resume': task('executionId namespace flowId inputs', { executionId: 'x' }),
  'execution.SetVariables': task('variables overwrite', { variables: '{a: b}' }),
  'execution.UnsetVariables': task('variables ignoreMissing', { variables: '[a]' }),
  'http.Download': task(
    'uri method params body formData contentType headers failOnEmptyResponse saveAs options sslOptions allowFailed',
    { uri: 'https://contoh.id/' },
  ),
  'http.Request': task(
    'uri method params body formData contentType headers encryptBody options sslOptions allowFailed',
    { uri: 'https://contoh.id/' },
  ),
  'kv.Set': task('key value namespace overwrite ttl kvType kvDescription', { key: 'k', value: 'v' }),
  'kv.Get': task('key namespace errorOnMissing', { key: 'k' }),
  'kv.Delete': task('key namespace errorOnMissing', { key: 'k' }),
  'kv.GetKeys': task('prefix namespace'),
  'kv.PurgeKV': task('includeChildNamespaces keyPattern behavior namespacePattern expiredOnly namespaces'),
  'output.OutputValues': task('values'),
  'namespace.DeleteFiles': task('files namespace deleteParentFolder', { files: '[a]', namespace: 'n' }),
  'namespace.DownloadFiles': task('files namespace destination', { files: '[a]', namespace: 'n' }),
  'namespace.UploadFiles': task('files filesMap namespace destination conflict', { namespace: 'n' }),
  'storage.Concat': task('files separator extension', { files: '[a]' }),
  'storage.DeduplicateItems': task('from expr', { from: 'a', expr: '"{{ id }}"' }),
  'storage.Delete': task('uri errorOnMissing', { uri: 'a' }),
  'storage.FilterItems': task('from filterCondition filterType errorOrNullBehavior', {
    from: 'a',
    filterCondition: '"true"',
  }),
  'storage.LocalFiles': task('inputs outputs'),
  'storage.Reverse': task('from separator charset', { from: 'a' }),
  'storage.Size': task('uri', { uri: 'a' }),
  'storage.Split': task('from bytes partitions rows separator regexPattern', { from: 'a' }),
  'storage.Write': task('content extension', { content: 'a' }),
  'storage.PurgeCurrentExecutionFiles': task(''),
  'templating.TemplatedTask': task('spec', { spec: 'x' }),
  'metric.Publish': task('metrics'),
  'state.Set': task('name namespace taskrunValue data'),
  'state.Get': task('name namespace taskrunValue errorOnMissing'),
  'state.Delete': task('name namespace taskrunValue errorOnMissing'),
  'trigger.Toggle': task('flowId namespace trigger enabled', { trigger: 't' }),
  'trigger.Schedule': trigger(
    'cron withSeconds timezone inputs backfill scheduleConditions recoverMissedSchedules lateMaximumDelay interval description disabled logLevel workerGroup version',
    { cron: '"0 9 * * *"' },
  ),
  'trigger.ScheduleOnDates': trigger('dates timezone inputs recoverMissedSchedules interval', {
    dates: '["2020-01-01T00:00:00Z"]',
  }),
  'trigger.Flow': trigger('states inputs preconditions'),
  'trigger.Webhook': trigger('key inputs wait returnOutputs', { key: 'kunci' }),
  'http.Trigger': trigger('uri method interval body params headers options responseCondition encryptBody', {
    uri: 'https://contoh.id/',
  }),
  'condition.Weekend': condition('date'),
  'condition.DayWeek': condition('date dayOfWeek', { dayOfWeek: 'MONDAY' }),
  'condition.DayWeekInMonth': condition('date dayOfWeek dayInMonth', { dayOfWeek: 'MONDAY', dayInMonth: 'FIRST' }),
  'condition.DateTimeBetween': condition('date after before', { after: '"2020-01-01T00:00:00Z"' }),
  'condition.TimeBetween': condition('date after before', { after: '"09:00:00Z"' }),
  'condition.PublicHoliday': condition('date country subDivision'),
  'condition.Expression': condition('expression', { expression: '"true"' }),
  'condition.ExecutionFlow': condition('flowId namespace', { flowId: 'f', namespace: 'n' }),
  'condition.ExecutionLabels': condition('labels', { labels: '{a: b}' }),
  'condition.ExecutionNamespace': condition('namespace comparison prefix', { namespace: 'n' }),
  'condition.ExecutionOutputs': condition('expression', { expression: '"true"' }),
  'condition.ExecutionStatus': condition('in notIn'),
  'condition.HasRetryAttempt': condition('in notIn'),
  'condition.Not': condition('conditions', { conditions: '[{type: io.kestra.plugin.core.condition.Weekend}]' }),
  'condition.Or': condition('conditions', { conditions: '[{type: io.kestra.plugin.core.condition.Weekend}]' }),
  'condition.MultipleCondition': condition('id window windowAdvance resetOnSuccess conditions timeWindow', {
    id: 'm',
    conditions: '{a: {type: io.kestra.plugin.core.condition.ExecutionFlow, flowId: f, namespace: n}}',
  }),
};

const INPUT = 'name description displayName required defaults prefill dependsOn';
const input = (properties = '', least: Record<string, string> = {}): Base => ({
  kind: 'input',
  least,
  properties: words(`${INPUT} ${properties}`),
});

export const INPUTS: Record<string, Base> = {
  STRING: input('validator'),
  SECRET: input('validator'),
  SELECT: input('values expression allowCustomValue isRadio autoSelectFirst', { values: '[a, b]' }),
  MULTISELECT: input('values expression allowCustomValue autoSelectFirst itemType options', { values: '[a, b]' }),
  ENUM: input('values', { values: '[a, b]' }),
  INT: input('min max'),
  FLOAT: input('min max'),
  BOOL: input(),
  BOOLEAN: input(),
  DATETIME: input('after before'),
  DATE: input('after before'),
  TIME: input('after before'),
  DURATION: input('min max'),
  FILE: input('extension allowedFileExtensions'),
  JSON: input(),
  YAML: input(),
  URI: input(),
  EMAIL: input(),
  ARRAY: input('itemType', { itemType: 'STRING' }),
};

const RETRY = 'behavior maxDuration maxAttempt maxAttempts warningOnRetry';
export const RETRIES: Record<string, Base> = {
  constant: { kind: 'retry', least: { interval: 'PT1S' }, properties: words(`${RETRY} interval`) },
  random: {
    kind: 'retry',
    least: { minInterval: 'PT1S', maxInterval: 'PT2S' },
    properties: words(`${RETRY} minInterval maxInterval`),
  },
  exponential: {
    kind: 'retry',
    least: { interval: 'PT1S', maxInterval: 'PT2S' },
    properties: words(`${RETRY} interval maxInterval delayFactor`),
  },
};

export const SLAS: Record<string, Base> = {
  MAX_DURATION: {
    kind: 'sla',
    least: { duration: 'PT1S', behavior: 'FAIL' },
    properties: words('duration behavior labels'),
  },
  EXECUTION_ASSERTION: {
    kind: 'sla',
    least: { assert: '"true"', behavior: 'FAIL' },
    properties: words('assert behavior labels'),
  },
};

/** Property by property of the flow itself. */
export const FLOW: Base = {
  kind: 'flow',
  least: { id: 'baca', namespace: 'uji', tasks: LOG },
  properties: words(
    'id namespace revision description disabled labels variables inputs outputs tasks errors finally afterExecution triggers listeners pluginDefaults taskDefaults retry concurrency sla workerGroup source deleted tenantId updated draft checks',
  ),
};

/** Maps that stand in others, by the path of keys: a task type, then its property. */
export const NESTED: Record<string, { type: string; under: readonly string[]; base: Base }> = Object.fromEntries(
  Object.entries({
    'taskCache@debug.Return': ['enabled ttl', { enabled: 'true' }],
    'workerGroup@debug.Return': ['key fallback', {}],
    'checkFrequency@flow.LoopUntil': ['interval maxIterations maxDuration', {}],
    'batch@flow.ForEachItem': ['rows bytes partitions separator regexPattern', {}],
    'namespaceFiles@flow.WorkingDirectory': ['enabled include exclude namespaces ifExists folderPerNamespace', {}],
    'cache@flow.WorkingDirectory': ['patterns ttl', { patterns: '[a]' }],
    'onPause@flow.Pause': ['id type message', { id: 'p', type: 'io.kestra.plugin.core.log.Log', message: 'x' }],
    'options@http.Request': [
      'timeout proxy auth ssl followRedirects allowFailed allowedResponseCodes defaultCharset logs connectTimeout readTimeout readIdleTimeout connectionPoolIdleTimeout maxContentLength basicAuthUser basicAuthPassword logLevel proxyType proxyAddress proxyPort proxyUsername proxyPassword',
      {},
    ],
    'options.timeout@http.Request': ['connectTimeout readIdleTimeout', {}],
    'options.proxy@http.Request': ['type address port username password', {}],
    'options.ssl@http.Request': ['insecureTrustAllCertificates', {}],
    'options.auth@http.Request': ['type username password', { type: 'BASIC' }],
    'preconditions@trigger.Flow': ['id flows where timeWindow resetOnSuccess', { id: 'p' }],
  } satisfies Record<string, [string, Record<string, string>]>).map(([name, [properties, least]]) => {
    const [under = '', type = ''] = name.split('@');
    return [name, { type, under: under.split('.'), base: { kind: 'nested', least, properties: words(properties) } }];
  }),
);
