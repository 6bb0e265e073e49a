CREATED RUNNING FAILED
a: CREATED SUBMITTED RUNNING FAILED
  ERROR Unable to find `3` used in the expression `{{ vars.l[3] }}` at line 1
variables {"l":[1]}
