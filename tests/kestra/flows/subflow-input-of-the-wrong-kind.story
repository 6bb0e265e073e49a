CREATED RUNNING FAILED
s: CREATED FAILED
  attempts FAILED
  ERROR#1 n: Invalid input for `n`, For input string: "bukan", but received `bukan`
