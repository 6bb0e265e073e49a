CREATED RUNNING FAILED
a: CREATED SUBMITTED RUNNING FAILED
  INFO satu
  ERROR Unable to find `tiada` used in the expression `{{ tiada }}` at line 1
