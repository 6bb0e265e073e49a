CREATED RUNNING SUCCESS
q: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"[\"q\"]"}
  DEBUG ["q"]
a: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"[\"q\",\"a\"] [\"q\"]"}
  DEBUG ["q","a"] ["q"]
s: CREATED RUNNING SUCCESS
s/q2: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"[\"q\",\"a\",\"q2\",\"s\"] [\"a\",\"q\",\"s\"]"}
  DEBUG ["q","a","q2","s"] ["a","q","s"]
s/c: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"[\"q\",\"a\",\"q2\",\"s\",\"c\"] [\"q2\",\"a\",\"q\",\"s\"]"}
  DEBUG ["q","a","q2","s","c"] ["q2","a","q","s"]
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO ["q","a","q2","s","c","z"] ["q2","a","q","c","s"]
