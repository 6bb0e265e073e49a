TIMEOUT CREATED RUNNING
w: CREATED RUNNING
  attempts CREATED RUNNING
  outputs {"defaults":false,"value":"x"}
