CREATED RUNNING SUCCESS
l: CREATED RUNNING SUCCESS
l/p[a]#0: CREATED RUNNING SUCCESS
l/p[a]#0/x: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"ax"}
  DEBUG ax
l/p[a]#0/y: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"ay"}
  DEBUG ay
l/c[a]#0: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"axay"}
  DEBUG axay
l/p[b]#1: CREATED RUNNING SUCCESS
l/p[b]#1/x: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"bx"}
  DEBUG bx
l/p[b]#1/y: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"by"}
  DEBUG by
l/c[b]#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"bxby"}
  DEBUG bxby
