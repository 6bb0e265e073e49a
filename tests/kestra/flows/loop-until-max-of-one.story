CREATED RUNNING SUCCESS
l: CREATED RUNNING SUCCESS
  outputs {"iterationCount":2}
  WARN#1 Max iterations reached
l/a#0: CREATED SUBMITTED RUNNING SUCCESS
  INFO x {"iterationCount":1}
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO {"l":{"iterationCount":2},"a":{}}
