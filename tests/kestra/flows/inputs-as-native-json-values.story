CREATED RUNNING SUCCESS
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO 6 2.5 true 1 [1,2]
inputs {"b":true,"f":2.5,"i":5,"j":{"a":1},"l":[1,2]}
