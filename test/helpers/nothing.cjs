// A script that does nothing: whether Node can open one at all.
