import io.kestra.core.models.Label;
import io.kestra.core.models.executions.Execution;
import io.kestra.core.models.executions.LogEntry;
import io.kestra.core.models.executions.TaskRun;
import io.kestra.core.models.flows.FlowWithSource;
import io.kestra.core.models.flows.State;
import io.kestra.core.models.tasks.Task;
import io.kestra.core.queues.QueueFactoryInterface;
import io.kestra.core.queues.QueueInterface;
import io.kestra.core.runners.*;
import io.kestra.core.serializers.JacksonMapper;
import io.kestra.core.services.FlowService;
import io.kestra.worker.DefaultWorker;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.io.*;
import java.time.Instant;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.Stream;

/**
 * A real Kestra engine as a line protocol: one JSON request a line on stdin, one JSON answer a line on stdout, with the request's `n`.
 * Requests are answered side by side, so answers come in any order; whoever needs an order waits for the answer.
 *   {"n":1,"op":"run","yaml":"…","inputs":{},"labels":{},"until":["PAUSED"],"timeoutMs":60000,"settleMs":200}
 *   {"op":"create","yaml":"…"}  {"op":"validate","yaml":"…"}  {"op":"render","expr":"…","vars":{},"typed":false}
 * A run is given up when nothing of it has moved for `timeoutMs`, and answered when its execution has ended (or reached a state of `until`) and nothing of it nor its log has moved for `settleMs`.
 */
public class Reference {
  private static class Watched {
    final CompletableFuture<Void> ended = new CompletableFuture<>();
    final List<LogEntry> logs = Collections.synchronizedList(new ArrayList<>());
    volatile Execution last;
    volatile long moved = System.nanoTime();
    volatile Set<String> until = Set.of();
    volatile FlowWithSource flow;
  }

  private static final long LONGEST_SILENCE = 6_000_000_000L;
  private static final Map<String, Watched> watched = new ConcurrentHashMap<>();
  private static ApplicationContext context;

  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    System.setOut(System.err);
    context = ApplicationContext.builder().mainClass(Reference.class).environments("reference").start();
    ExecutorService pool = Executors.newCachedThreadPool(work -> {
      Thread thread = new Thread(work);
      thread.setDaemon(true);
      return thread;
    });
    pool.execute((Runnable) context.getBean(ExecutorInterface.class));
    Worker worker = context.createBean(DefaultWorker.class, UUID.randomUUID().toString(), 64, null);
    context.registerSingleton(worker);
    pool.execute((Runnable) worker);
    pool.execute((Runnable) context.getBean(Indexer.class));
    watchQueues();
    var mapper = JacksonMapper.ofJson();
    print(out, "{\"ready\":true}");
    var in = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
    for (String line; (line = in.readLine()) != null;) {
      @SuppressWarnings("unchecked") Map<String, Object> request = mapper.readValue(line, Map.class);
      pool.execute(() -> {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("n", request.get("n"));
        try {
          answer(request, answer);
        } catch (Throwable problem) {
          answer.put("error", problem.getClass().getName());
          answer.put("message", problem.getMessage());
        }
        try {
          print(out, mapper.writeValueAsString(answer));
        } catch (IOException problem) {
          print(out, "{\"n\":" + request.get("n") + ",\"error\":\"unprintable\"}");
        }
      });
    }
    System.exit(0);
  }

  private static synchronized void print(PrintStream out, String line) {
    out.println(line);
    out.flush();
  }

  @SuppressWarnings("unchecked")
  private static <T> QueueInterface<T> queue(String name) {
    return context.getBean(QueueInterface.class, Qualifiers.byName(name));
  }

  private static void watchQueues() {
    QueueInterface<Execution> executions = queue(QueueFactoryInterface.EXECUTION_NAMED);
    executions.receive(message -> {
      if (message.isRight()) return;
      Execution execution = message.getLeft();
      Watched one = watched.get(execution.getId());
      if (one == null) return;
      one.moved = System.nanoTime();
      synchronized (one) {
        boolean newer = one.last == null || !newest(execution).isBefore(newest(one.last));
        if (newer && !over(one.flow, one)) one.last = execution;
      }
      var state = execution.getState();
      if (state.isTerminated() || one.until.contains(state.getCurrent().name())) one.ended.complete(null);
    });
    QueueInterface<LogEntry> logs = queue(QueueFactoryInterface.WORKERTASKLOG_NAMED);
    logs.receive(message -> {
      if (message.isRight() || message.getLeft().getExecutionId() == null) return;
      Watched one = watched.get(message.getLeft().getExecutionId());
      if (one == null) return;
      one.logs.add(message.getLeft());
      one.moved = System.nanoTime();
    });
  }

  @SuppressWarnings("unchecked")
  private static void answer(Map<String, Object> request, Map<String, Object> answer) throws Exception {
    String yaml = (String) request.get("yaml");
    switch ((String) request.get("op")) {
      case "validate" -> answer.put("result", context.getBean(FlowService.class).validate("main", yaml));
      case "create" -> answer.put("flow", imported(yaml).toFlow());
      case "render" -> {
        var renderer = context.getBean(VariableRenderer.class);
        var expression = (String) request.get("expr");
        var variables = (Map<String, Object>) request.getOrDefault("vars", Map.of());
        boolean typed = Boolean.TRUE.equals(request.get("typed"));
        answer.put("value", typed ? renderer.renderTyped(expression, variables) : renderer.render(expression, variables));
      }
      case "run" -> run(request, answer, imported(yaml));
      default -> throw new IllegalArgumentException("unknown op " + request.get("op"));
    }
  }

  /** Saving is one at a time: two new revisions of one flow at once would get the same number. */
  private static synchronized FlowWithSource imported(String yaml) throws Exception {
    return context.getBean(FlowService.class).importFlow("main", yaml);
  }

  /** When something last happened in it: messages of one execution may overtake each other. */
  private static Instant newest(Execution execution) {
    var runs = execution.getTaskRunList() == null ? List.<TaskRun>of() : execution.getTaskRunList();
    return Stream.concat(Stream.of(execution.getState()), runs.stream().map(TaskRun::getState))
      .flatMap(state -> state.getHistories().stream()).map(State.History::getDate).max(Instant::compareTo).orElse(Instant.EPOCH);
  }

  /**
   * Nothing is under way, afterExecution included: what is answered is the execution as it is then. (Where a branch failed, its siblings
   * are FAILED at this moment, and a worker may write its late result over that.) A few ends never get here, so the waiting has an end.
   */
  private static boolean over(FlowWithSource flow, Watched one) {
    Execution execution = one.last;
    if (execution == null) return false;
    var runs = execution.getTaskRunList() == null ? List.<TaskRun>of() : execution.getTaskRunList();
    var state = execution.getState();
    if (one.until.contains(state.getCurrent().name())) return true;
    if (!state.isTerminated() || !runs.stream().allMatch(run -> run.getState().isTerminated())) return false;
    var after = flow.getAfterExecution() == null ? List.<Task>of() : flow.getAfterExecution();
    var last = after.stream().filter(task -> !Boolean.TRUE.equals(task.getDisabled())).reduce((first, second) -> second);
    return last.isEmpty() || runs.stream().anyMatch(run -> run.getTaskId().equals(last.get().getId()));
  }

  /** The log's queue is first in, first out: once an entry of our own has come through it, so have those before. */
  private static boolean drainLogs() throws Exception {
    String id = "drain-" + UUID.randomUUID();
    var one = new Watched();
    watched.put(id, one);
    QueueInterface<LogEntry> logs = queue(QueueFactoryInterface.WORKERTASKLOG_NAMED);
    logs.emit(LogEntry.builder().tenantId("main").namespace("drain").flowId("drain").executionId(id)
      .timestamp(Instant.now()).level(org.slf4j.event.Level.INFO).message("").build());
    for (int waited = 0; one.logs.isEmpty() && waited < 20_000; waited += 10) Thread.sleep(10);
    watched.remove(id);
    return !one.logs.isEmpty();
  }

  @SuppressWarnings("unchecked")
  private static void run(Map<String, Object> request, Map<String, Object> answer, FlowWithSource flow) throws Exception {
    var inputs = (Map<String, Object>) request.getOrDefault("inputs", Map.of());
    List<Label> labels = new ArrayList<>();
    ((Map<String, String>) request.getOrDefault("labels", Map.of())).forEach((key, value) -> labels.add(new Label(key, value)));
    var reader = context.getBean(FlowInputOutput.class);
    Execution execution = Execution.newExecution(
      flow.toFlow(), (itsFlow, itself) -> reader.readExecutionInputs(itsFlow, itself, inputs), labels.isEmpty() ? null : labels, Optional.empty());
    var one = new Watched();
    one.flow = flow;
    one.until = new HashSet<>((List<String>) request.getOrDefault("until", List.of()));
    watched.put(execution.getId(), one);
    QueueInterface<Execution> executions = queue(QueueFactoryInterface.EXECUTION_NAMED);
    executions.emit(execution);
    try {
      long patience = ((Number) request.getOrDefault("timeoutMs", 60_000)).longValue() * 1_000_000;
      for (boolean waiting = true; waiting;) {
        try {
          one.ended.get(200, TimeUnit.MILLISECONDS);
          waiting = false;
        } catch (TimeoutException later) {
          if (System.nanoTime() - one.moved > patience) throw later;
        }
      }
      long settle = ((Number) request.getOrDefault("settleMs", 200)).longValue() * 1_000_000;
      for (long still; (still = System.nanoTime() - one.moved) < (over(one.flow, one) ? settle : LONGEST_SILENCE);) Thread.sleep(20);
      if (!drainLogs()) answer.put("timeout", true);
    } catch (TimeoutException late) {
      answer.put("timeout", true);
    }
    watched.remove(execution.getId());
    answer.put("execution", one.last);
    synchronized (one.logs) {
      answer.put("logs", List.copyOf(one.logs));
    }
  }
}
