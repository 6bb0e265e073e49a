CREATED RUNNING FAILED
l: CREATED RUNNING FAILED
l/i[a]#0: CREATED RUNNING FAILED
  outputs {"evaluationResult":true}
l/i[a]#0/t: CREATED SUBMITTED RUNNING FAILED
  ERROR Unable to find `value` used in the expression `{{ taskrun.value }} {{ taskrun.iteration ?? 'tiada' }} {{ parent.taskrun.value ?? 'tiada' }}` at line 1
