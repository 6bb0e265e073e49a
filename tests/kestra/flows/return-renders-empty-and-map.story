CREATED RUNNING SUCCESS
kosong: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":""}
  DEBUG 
nihil: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":""}
  DEBUG 
peta: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"{\"b\":2,\"a\":[1,2.5,true,null]}"}
  DEBUG {"b":2,"a":[1,2.5,true,null]}
angka: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"12"}
  DEBUG 12
benar: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"true"}
  DEBUG true
variables {"m":{"a":[1,2.5,true,null],"b":2}}
