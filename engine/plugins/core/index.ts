import type { PluginDefinition } from '../definition.ts';
import { conditionTypes } from './condition/index.ts';
import Echo from './debug/Echo.ts';
import Return from './debug/Return.ts';
import Assert from './execution/Assert.ts';
import Count from './execution/Count.ts';
import Exit from './execution/Exit.ts';
import Fail from './execution/Fail.ts';
import Labels from './execution/Labels.ts';
import PurgeExecutions from './execution/PurgeExecutions.ts';
import Resume from './execution/Resume.ts';
import SetVariables from './execution/SetVariables.ts';
import UnsetVariables from './execution/UnsetVariables.ts';
import AllowFailure from './flow/AllowFailure.ts';
import Dag from './flow/Dag.ts';
import EachParallel from './flow/EachParallel.ts';
import EachSequential from './flow/EachSequential.ts';
import ForEach from './flow/ForEach.ts';
import ForEachItem from './flow/ForEachItem.ts';
import If from './flow/If.ts';
import LoopUntil from './flow/LoopUntil.ts';
import Parallel from './flow/Parallel.ts';
import Pause from './flow/Pause.ts';
import Sequential from './flow/Sequential.ts';
import Sleep from './flow/Sleep.ts';
import Subflow from './flow/Subflow.ts';
import Switch from './flow/Switch.ts';
import WorkingDirectory from './flow/WorkingDirectory.ts';
import Download from './http/Download.ts';
import Request from './http/Request.ts';
import HttpTrigger from './http/Trigger.ts';
import KvDelete from './kv/Delete.ts';
import KvGet from './kv/Get.ts';
import KvGetKeys from './kv/GetKeys.ts';
import PurgeKV from './kv/PurgeKV.ts';
import KvSet from './kv/Set.ts';
import Fetch from './log/Fetch.ts';
import Log from './log/Log.ts';
import PurgeLogs from './log/PurgeLogs.ts';
import Publish from './metric/Publish.ts';
import DeleteFiles from './namespace/DeleteFiles.ts';
import DownloadFiles from './namespace/DownloadFiles.ts';
import UploadFiles from './namespace/UploadFiles.ts';
import OutputValues from './output/OutputValues.ts';
import StateDelete from './state/Delete.ts';
import StateGet from './state/Get.ts';
import StateSet from './state/Set.ts';
import Concat from './storage/Concat.ts';
import DeduplicateItems from './storage/DeduplicateItems.ts';
import StorageDelete from './storage/Delete.ts';
import FilterItems from './storage/FilterItems.ts';
import LocalFiles from './storage/LocalFiles.ts';
import PurgeCurrentExecutionFiles from './storage/PurgeCurrentExecutionFiles.ts';
import Reverse from './storage/Reverse.ts';
import Size from './storage/Size.ts';
import Split from './storage/Split.ts';
import Write from './storage/Write.ts';
import TemplatedTask from './templating/TemplatedTask.ts';
import FlowTrigger from './trigger/Flow.ts';
import Schedule from './trigger/Schedule.ts';
import ScheduleOnDates from './trigger/ScheduleOnDates.ts';
import Toggle from './trigger/Toggle.ts';
import Webhook from './trigger/Webhook.ts';

/** The types of `io.kestra.plugin.core`. */
export const core: readonly PluginDefinition[] = [
  Echo,
  Return,
  Assert,
  Count,
  Exit,
  Fail,
  Labels,
  PurgeExecutions,
  Resume,
  SetVariables,
  UnsetVariables,
  AllowFailure,
  Dag,
  EachParallel,
  EachSequential,
  ForEach,
  ForEachItem,
  If,
  LoopUntil,
  Parallel,
  Pause,
  Sequential,
  Sleep,
  Subflow,
  Switch,
  WorkingDirectory,
  Download,
  Request,
  KvDelete,
  KvGet,
  KvGetKeys,
  PurgeKV,
  KvSet,
  Fetch,
  Log,
  PurgeLogs,
  Publish,
  DeleteFiles,
  DownloadFiles,
  UploadFiles,
  OutputValues,
  StateDelete,
  StateGet,
  StateSet,
  Concat,
  DeduplicateItems,
  StorageDelete,
  FilterItems,
  LocalFiles,
  PurgeCurrentExecutionFiles,
  Reverse,
  Size,
  Split,
  Write,
  TemplatedTask,
  Schedule,
  ScheduleOnDates,
  FlowTrigger,
  Webhook,
  Toggle,
  HttpTrigger,
  ...conditionTypes,
];
