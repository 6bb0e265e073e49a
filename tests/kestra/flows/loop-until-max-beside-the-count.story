CREATED RUNNING PAUSED RUNNING SUCCESS
l#1: CREATED RUNNING SUCCESS
  outputs {"iterationCount":3}
  WARN#1 Max iterations reached
l#1/a#1: CREATED SUBMITTED RUNNING SUCCESS
  INFO x {"iterationCount":2}
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO {"l":{"iterationCount":3},"a":{}}
