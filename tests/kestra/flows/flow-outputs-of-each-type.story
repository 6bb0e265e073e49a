CREATED RUNNING SUCCESS
a: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"7"}
  DEBUG 7
outputs {"b":true,"d":"2024-05-01","e":"a@b.id","f":7,"i":7,"j":{"a":1},"s":"7","t":"10:30:00","u":"https://x.id/a"}
variables {"l":[1,2],"m":{"a":1}}
