CREATED RUNNING SUCCESS
l: CREATED RUNNING SUCCESS
l/m[a]#0: CREATED RUNNING SUCCESS
l/m[a]#0/a[x]#0: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"a-x-0"}
  DEBUG a-x-0
l/m[a]#0/b[x]#0: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"a-x-0 1"}
  DEBUG a-x-0 1
l/m[a]#0/a[y]#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"a-y-1"}
  DEBUG a-y-1
l/m[a]#0/b[y]#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"a-y-1 1"}
  DEBUG a-y-1 1
l/m[b]#1: CREATED RUNNING SUCCESS
l/m[b]#1/a[x]#0: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"b-x-0"}
  DEBUG b-x-0
l/m[b]#1/b[x]#0: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"b-x-0 1"}
  DEBUG b-x-0 1
l/m[b]#1/a[y]#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"b-y-1"}
  DEBUG b-y-1
l/m[b]#1/b[y]#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"b-y-1 1"}
  DEBUG b-y-1 1
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO b-x-0 a-y-1 1
