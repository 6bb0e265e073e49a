CREATED RUNNING FAILED
a: CREATED SUBMITTED RUNNING FAILED
  ERROR Unable to find `tiada` used in the expression `satu\n{{ tiada }}\n` at line 2
