CREATED RUNNING FAILED
a: CREATED SUBMITTED RUNNING FAILED
  ERROR Unable to find `tiada` used in the expression `x {{ outputs.tiada.value }}` at line 1
