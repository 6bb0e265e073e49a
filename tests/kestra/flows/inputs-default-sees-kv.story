CREATED RUNNING SUCCESS
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO {"a":"tiada","b":1}
inputs {"a":"tiada","b":1}
