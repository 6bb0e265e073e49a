CREATED RUNNING SUCCESS
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO tiada false ["a","b"]
inputs {"a":null,"b":null}
