CREATED RUNNING SUCCESS
a: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":false}
b: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":false}
c: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":false}
d: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":true}
d/d1: CREATED SUBMITTED RUNNING SUCCESS
  INFO ya
e: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":true}
e/e1: CREATED SUBMITTED RUNNING SUCCESS
  INFO ya
f: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":true}
f/f1: CREATED SUBMITTED RUNNING SUCCESS
  INFO ya
g: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":false}
h: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":false}
