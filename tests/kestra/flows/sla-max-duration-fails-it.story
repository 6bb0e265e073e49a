CREATED RUNNING FAILED
a: CREATED SUBMITTED RUNNING FAILED
  attempts CREATED RUNNING
  INFO Waiting for PT6S
WARN SLA 'lama' violated: execution duration of @ exceed the maximum duration of PT1S.
ERROR Execution failed due to SLA 'lama' violated: execution duration of @ exceed the maximum duration of PT1S.
labels {"sla":"lewat"}
