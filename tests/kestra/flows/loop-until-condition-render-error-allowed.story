CREATED RUNNING WARNING
l: CREATED RUNNING WARNING
  outputs {"iterationCount":1}
  ERROR#1 Unable to resolve state from the Flowable task: Unable to find `tiada` used in the expression `{{ tiada }}` at line 1
l/s#0: CREATED RUNNING SUCCESS FAILED
  attempts CREATED RUNNING SUCCESS FAILED
  ERROR#1 Unable to find `tiada` used in the expression `{{ tiada }}` at line 1
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO ya
variables {"n":"x"}
