CREATED RUNNING WARNING
a: CREATED SUBMITTED RUNNING WARNING
  attempts CREATED RUNNING FAILED
  ERROR Unable to find `tidak_ada` used in the expression `{{ tidak_ada }}` at line 1
b: CREATED SUBMITTED RUNNING SUCCESS
  INFO true
