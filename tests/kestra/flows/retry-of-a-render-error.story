CREATED RUNNING FAILED RETRYING RUNNING FAILED
a: CREATED SUBMITTED RUNNING FAILED RETRYING CREATED SUBMITTED RUNNING FAILED
  attempts CREATED RUNNING FAILED | CREATED RUNNING FAILED
  ERROR Unable to find `tiada` used in the expression `{{ tiada }}` at line 1
  ERROR#1 Unable to find `tiada` used in the expression `{{ tiada }}` at line 1
