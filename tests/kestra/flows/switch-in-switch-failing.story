CREATED RUNNING FAILED
w: CREATED RUNNING FAILED
  outputs {"defaults":false,"value":"x"}
w/v: CREATED RUNNING FAILED
  outputs {"defaults":false,"value":"y"}
w/v/a: CREATED SUBMITTED RUNNING FAILED
  ERROR Task failure
w/v/e: CREATED SUBMITTED RUNNING SUCCESS
  INFO galat
