CREATED RUNNING SUCCESS
l: CREATED RUNNING SUCCESS
l/t2[c]#0: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"c"}
  DEBUG c
l/t3[c]#0: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"[\"c\"]"}
  DEBUG ["c"]
l/q[c]#0: CREATED RUNNING SUCCESS
l/q[c]#0/t4: CREATED SUBMITTED RUNNING SUCCESS
  INFO ["c"]
l/t2[a]#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"a"}
  DEBUG a
l/t3[a]#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"[\"a\",\"c\"]"}
  DEBUG ["a","c"]
l/q[a]#1: CREATED RUNNING SUCCESS
l/q[a]#1/t4: CREATED SUBMITTED RUNNING SUCCESS
  INFO ["a","c"]
l/t2[b]#2: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"b"}
  DEBUG b
l/t3[b]#2: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"[\"a\",\"b\",\"c\"]"}
  DEBUG ["a","b","c"]
l/q[b]#2: CREATED RUNNING SUCCESS
l/q[b]#2/t4: CREATED SUBMITTED RUNNING SUCCESS
  INFO ["a","b","c"]
