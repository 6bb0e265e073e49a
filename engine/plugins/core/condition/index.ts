/** All conditions of triggers. */
import type { PluginDefinition } from '../../definition.ts';
import DateTimeBetween from './DateTimeBetween.ts';
import DayWeek from './DayWeek.ts';
import DayWeekInMonth from './DayWeekInMonth.ts';
import ExecutionFlow from './ExecutionFlow.ts';
import ExecutionLabels from './ExecutionLabels.ts';
import ExecutionNamespace from './ExecutionNamespace.ts';
import ExecutionOutputs from './ExecutionOutputs.ts';
import ExecutionStatus from './ExecutionStatus.ts';
import Expression from './Expression.ts';
import FlowCondition from './FlowCondition.ts';
import FlowNamespaceCondition from './FlowNamespaceCondition.ts';
import HasRetryAttempt from './HasRetryAttempt.ts';
import MultipleCondition from './MultipleCondition.ts';
import Not from './Not.ts';
import Or from './Or.ts';
import TimeBetween from './TimeBetween.ts';
import Weekend from './Weekend.ts';

export const conditionTypes: readonly PluginDefinition[] = [
  DateTimeBetween,
  DayWeek,
  DayWeekInMonth,
  ExecutionFlow,
  ExecutionLabels,
  ExecutionNamespace,
  ExecutionOutputs,
  ExecutionStatus,
  Expression,
  FlowCondition,
  FlowNamespaceCondition,
  HasRetryAttempt,
  MultipleCondition,
  Not,
  Or,
  TimeBetween,
  Weekend,
];
