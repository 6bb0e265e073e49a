CREATED RUNNING FAILED
s: CREATED FAILED
  attempts FAILED
  ERROR#1 n: Invalid input for `n`, missing required input, but received `null`
