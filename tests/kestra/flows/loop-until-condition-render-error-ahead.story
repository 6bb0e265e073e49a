CREATED RUNNING FAILED
l: CREATED RUNNING FAILED
  outputs {"iterationCount":1}
l/a#0: CREATED SUBMITTED RUNNING SUCCESS FAILED
  attempts CREATED RUNNING SUCCESS FAILED
  INFO x {"iterationCount":1}
  ERROR#1 Unable to find `tiada` used in the expression `{{ outputs.l.iterationCount > 1 ? outputs.tiada : false }}` at line 1
