CREATED RUNNING FAILED
l: CREATED RUNNING FAILED
l/a[a]#0: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"a"}
  DEBUG a
l/b[a]#0: CREATED SUBMITTED RUNNING FAILED
  ERROR Unable to find `a` used in the expression `{{ outputs.a[taskrun.value].value }}` at line 1
l/a[b]#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"b"}
  DEBUG b
l/b[b]#1: CREATED SUBMITTED RUNNING FAILED
  ERROR Unable to find `a` used in the expression `{{ outputs.a[taskrun.value].value }}` at line 1
