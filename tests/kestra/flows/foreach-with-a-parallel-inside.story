CREATED RUNNING FAILED
l: CREATED RUNNING FAILED
l/p[a]#0: CREATED RUNNING FAILED
l/p[a]#0/x: CREATED SUBMITTED RUNNING FAILED
  ERROR Unable to find `value` used in the expression `{{ taskrun.value }}x` at line 1
l/p[a]#0/y: CREATED SUBMITTED RUNNING FAILED
  ERROR Unable to find `value` used in the expression `{{ taskrun.value }}y` at line 1
