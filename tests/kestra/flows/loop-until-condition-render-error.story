CREATED RUNNING FAILED
l: CREATED RUNNING FAILED
  outputs {"iterationCount":1}
  ERROR#1 Unable to resolve state from the Flowable task: Unable to find `tiada` used in the expression `{{ tiada }}` at line 1
l/a#0: CREATED SUBMITTED RUNNING SUCCESS FAILED
  attempts CREATED RUNNING SUCCESS FAILED
  INFO x
  ERROR#1 Unable to find `tiada` used in the expression `{{ tiada }}` at line 1
