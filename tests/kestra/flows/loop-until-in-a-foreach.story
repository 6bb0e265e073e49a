CREATED RUNNING FAILED
m: CREATED RUNNING FAILED
m/l[a]#0: CREATED RUNNING FAILED
  outputs {"iterationCount":1}
m/l[a]#0/a#0: CREATED SUBMITTED RUNNING FAILED
  ERROR Unable to find `value` used in the expression `{{ outputs.l[taskrun.value].iterationCount }}` at line 1
