CREATED RUNNING FAILED
l: CREATED RUNNING FAILED
l/a[a]#0: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"a!"}
  DEBUG a!
l/i[a]#0: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":false}
l/a[b]#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"b!"}
  DEBUG b!
l/i[b]#1: CREATED RUNNING FAILED
  outputs {"evaluationResult":true}
l/i[b]#1/b: CREATED SUBMITTED RUNNING FAILED
  ERROR Unable to find `value` used in the expression `{{ currentEachOutput(outputs.a).value }} {{ outputs.a[taskrun.value].value }}` at line 1
