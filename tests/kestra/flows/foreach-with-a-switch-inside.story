CREATED RUNNING FAILED
l: CREATED RUNNING FAILED
l/w[a]#0: CREATED RUNNING FAILED
  outputs {"defaults":false,"value":"a"}
l/w[a]#0/x: CREATED SUBMITTED RUNNING FAILED
  ERROR Unable to find `value` used in the expression `satu {{ taskrun.value }}` at line 1
