CREATED RUNNING SUCCESS
p: CREATED RUNNING SUCCESS
p/a: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"[\"p\"]"}
  DEBUG ["p"]
p/b: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"[\"p\",\"a\"]"}
  DEBUG ["p","a"]
p/c: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"[\"p\",\"a\",\"b\"]"}
  DEBUG ["p","a","b"]
