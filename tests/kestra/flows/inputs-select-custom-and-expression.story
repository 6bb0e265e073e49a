CREATED RUNNING SUCCESS
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO lain y
inputs {"a":"lain","b":"y"}
variables {"pilihan":["x","y"]}
---
REFUSED
