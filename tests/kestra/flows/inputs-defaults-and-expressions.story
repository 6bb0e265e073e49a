CREATED RUNNING SUCCESS
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO bawaan bawaan-inputs-defaults-and-expressions 4 y false 1 0.5
inputs {"a":"bawaan","b":"bawaan-inputs-defaults-and-expressions","c":3,"d":["x","y"],"e":false,"f":{"k":1},"g":2}
---
CREATED RUNNING SUCCESS
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO diberi diberi-inputs-defaults-and-expressions 4 y false 1 0.5
inputs {"a":"diberi","b":"diberi-inputs-defaults-and-expressions","c":3,"d":["x","y"],"e":false,"f":{"k":1},"g":2}
