CREATED RUNNING FAILED
a: CREATED SUBMITTED RUNNING FAILED
  ERROR Unable to find `n` used in the expression `{{ vars.n.x }}` at line 1
