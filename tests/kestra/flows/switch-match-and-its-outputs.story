CREATED RUNNING SUCCESS
w: CREATED RUNNING SUCCESS
  outputs {"defaults":false,"value":"dua"}
w/b: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"dua"}
  DEBUG dua
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO dua false
