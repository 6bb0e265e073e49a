CREATED RUNNING FAILED
l: CREATED RUNNING FAILED
  outputs {"iterationCount":2}
l/r#0: CREATED SUBMITTED RUNNING SUCCESS FAILED
  attempts CREATED RUNNING SUCCESS FAILED
  INFO 0 {"iterationCount":1}
  ERROR#1 Unable to find `err3` used in the expression `{{ outputs.l.iterationCount == 1 ? false : (outputs.l.iterationCount == 2 ? true : outputs['err' ~ outputs.l.iterationCount]) }}` at line 1
