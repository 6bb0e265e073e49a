CREATED RUNNING SUCCESS
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO luar tetap tambah
labels {"a":"luar","b":"tetap","c":"tambah"}
