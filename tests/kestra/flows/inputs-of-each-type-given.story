CREATED RUNNING SUCCESS
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO 6 3.5 true 1 1 3
  INFO @ 2024-05-01 10:30:00 90.0
  INFO https://x.id/a a@b.id satu ["a","b"] A
inputs {"b":true,"bo":true,"d":"2024-05-01","dt":"@","du":90,"e":"a@b.id","en":"A","f":2.5,"i":5,"j":{"a":[1]},"l":[1,2],"mu":["a","b"],"s":"x","se":"satu","t":"10:30:00","u":"https://x.id/a","y":{"a":1}}
