CREATED RUNNING PAUSED RUNNING FAILED
l#1: CREATED RUNNING FAILED
  outputs {"iterationCount":3}
  WARN#1 Max iterations reached
l#1/a#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
