CREATED RUNNING FAILED
l: CREATED RUNNING FAILED
l/q[x]#0: CREATED RUNNING FAILED
l/q[x]#0/t1: CREATED SUBMITTED RUNNING FAILED
  ERROR Unable to find `value` used in the expression `{{ taskrun.value }}` at line 1
l/q[y]#1: CREATED RUNNING FAILED
l/q[y]#1/t1: CREATED SUBMITTED RUNNING FAILED
  ERROR Unable to find `value` used in the expression `{{ taskrun.value }}` at line 1
