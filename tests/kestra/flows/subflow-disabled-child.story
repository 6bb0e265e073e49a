CREATED RUNNING FAILED
s: CREATED FAILED
  attempts FAILED
  ERROR Cannot execute a flow which is disabled
  ERROR#1 Cannot execute a flow which is disabled
