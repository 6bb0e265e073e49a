CREATED RUNNING PAUSED RUNNING SUCCESS
l#1: CREATED RUNNING SUCCESS
  outputs {"iterationCount":3}
l#1/a#1: CREATED SUBMITTED RUNNING SUCCESS
  INFO x {"iterationCount":2} 1
l#1/r#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"1"}
  DEBUG 1
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO {"l":{"iterationCount":3},"a":{},"r":{"value":"1"}}
