CREATED RUNNING FAILED
l: CREATED RUNNING FAILED
l/s[a]#0: CREATED RUNNING FAILED
l/s[a]#0/x: CREATED SUBMITTED RUNNING FAILED
  ERROR Unable to find `value` used in the expression `{{ taskrun.value }}` at line 1
