CREATED RUNNING SUCCESS
a: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"a":"bawaan","b":"sendiri","m":{"x":1,"y":2}}}
